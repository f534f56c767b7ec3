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

/// Whether the processor and the operating system support x86-64-v3 (AVX2, FMA, BMI2, F16C).
int cplatform_has_avx2(void);

/// Whether the processor and the operating system support x86-64-v4 (AVX-512 F, BW, CD, DQ, VL).
int cplatform_has_avx512(void);

#endif
