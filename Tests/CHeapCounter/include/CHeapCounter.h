#ifndef CHEAPCOUNTER_H
#define CHEAPCOUNTER_H

/// How often this thread has asked the heap for memory so far; always 0 where the C library is not glibc.
unsigned long heap_allocations_of_thread(void);

#endif
