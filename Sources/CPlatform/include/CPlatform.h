#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Hints the processor that this thread spins.
static inline void cplatform_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Asks for the cache line at an address, which need not exist, to be brought into the second cache.
static inline void cplatform_prefetch(const void *address) { __builtin_prefetch(address, 0, 2); }

/// As many floats as a register holds.
#if defined(__AVX512F__)
typedef float cplatform_lane __attribute__((ext_vector_type(16)));
#elif defined(__AVX2__)
typedef float cplatform_lane __attribute__((ext_vector_type(8)));
#else
typedef float cplatform_lane __attribute__((ext_vector_type(4)));
#endif

/// The larger number of each pair, the second where either is NaN: one instruction, which Swift's selection of elements by
/// a mask does not become.
static inline cplatform_lane cplatform_larger(cplatform_lane a, cplatform_lane b) { return a > b ? a : b; }

/// The smaller number of each pair, the second where either is NaN.
static inline cplatform_lane cplatform_smaller(cplatform_lane a, cplatform_lane b) { return a < b ? a : b; }

/// Whether the processor and the operating system support x86-64-v3 (AVX2, FMA, BMI2, F16C).
int cplatform_has_avx2(void);

/// Whether the processor and the operating system support x86-64-v4 (AVX-512 F, BW, CD, DQ, VL).
int cplatform_has_avx512(void);

#endif
