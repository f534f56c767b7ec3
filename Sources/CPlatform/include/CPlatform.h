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

/// As many floats as a register holds, and the places of two registers' halves in turns.
#if defined(__AVX512F__)
typedef float cplatform_lane __attribute__((ext_vector_type(16)));
#define cplatform_low_halves 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define cplatform_high_halves 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#elif defined(__AVX2__)
typedef float cplatform_lane __attribute__((ext_vector_type(8)));
#define cplatform_low_halves 0, 8, 1, 9, 2, 10, 3, 11
#define cplatform_high_halves 4, 12, 5, 13, 6, 14, 7, 15
#else
typedef float cplatform_lane __attribute__((ext_vector_type(4)));
#define cplatform_low_halves 0, 4, 1, 5
#define cplatform_high_halves 2, 6, 3, 7
#endif

/// The larger number of each pair, the second where either is NaN: one instruction, which Swift's selection of elements by
/// a mask does not become.
static inline cplatform_lane cplatform_larger(cplatform_lane a, cplatform_lane b) { return a > b ? a : b; }

/// The smaller number of each pair, the second where either is NaN.
static inline cplatform_lane cplatform_smaller(cplatform_lane a, cplatform_lane b) { return a < b ? a : b; }

/// The elements of the first halves of two vectors in turns: one instruction, which Swift's assignments of elements do
/// not become.
static inline cplatform_lane cplatform_interleave_low(cplatform_lane a, cplatform_lane b) {
  return __builtin_shufflevector(a, b, cplatform_low_halves);
}

/// The elements of the second halves of two vectors in turns.
static inline cplatform_lane cplatform_interleave_high(cplatform_lane a, cplatform_lane b) {
  return __builtin_shufflevector(a, b, cplatform_high_halves);
}

/// Whether the processor and the operating system support x86-64-v3 (AVX2, FMA, BMI2, F16C).
int cplatform_has_avx2(void);

/// Whether the processor and the operating system support x86-64-v4 (AVX-512 F, BW, CD, DQ, VL).
int cplatform_has_avx512(void);

#endif
