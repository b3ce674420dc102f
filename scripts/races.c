// Tells ThreadSanitizer what it cannot see of Swift's Mutex on Linux.
//
// Taking a free mutex is inlined, and instrumented. Waiting for one that is taken goes through libswiftSynchronization, which is
// not: without this, every lock that two threads want at once is reported as a race. Nothing else is hidden: these
// two add what one thread did before it gave the mutex away to what the other knows that got it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define LOCK_SLOW "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOW "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SELF __attribute__((swift_context)) void *self

extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

typedef __attribute__((swiftcall)) void lock_slow(uint32_t thread, SELF);
typedef __attribute__((swiftcall)) void unlock_slow(SELF);

lock_slow keur_lock_slow __asm__(LOCK_SLOW);
unlock_slow keur_unlock_slow __asm__(UNLOCK_SLOW);

__attribute__((swiftcall)) void keur_lock_slow(uint32_t thread, SELF) {
    ((lock_slow *)dlsym(RTLD_NEXT, LOCK_SLOW))(thread, self);
    if (__tsan_acquire) __tsan_acquire(self);
}

__attribute__((swiftcall)) void keur_unlock_slow(SELF) {
    if (__tsan_release) __tsan_release(self);
    ((unlock_slow *)dlsym(RTLD_NEXT, UNLOCK_SLOW))(self);
}
