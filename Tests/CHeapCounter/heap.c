#include "CHeapCounter.h"

#include <errno.h>
#include <stdlib.h>

static _Thread_local unsigned long allocations;

unsigned long heap_allocations_of_thread(void) { return allocations; }

#ifdef __GLIBC__
// The test program's own allocator: glibc's, counted. Its functions take the place of the library's everywhere.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) {
  allocations += 1;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  allocations += 1;
  return __libc_calloc(count, size);
}

void *realloc(void *pointer, size_t size) {
  allocations += 1;
  return __libc_realloc(pointer, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  allocations += 1;
  *result = __libc_memalign(alignment, size);
  return *result ? 0 : ENOMEM;
}
#endif
