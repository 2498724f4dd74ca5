#pragma once

namespace pith {

// Whether this is a build for the address or thread sanitizer. Their run-time libraries reserve terabytes of
// address space and need system calls of their own: a worker's memory is not limited there.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_instrumented = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool is_instrumented = true;
#else
inline constexpr bool is_instrumented = false;
#endif
#else
inline constexpr bool is_instrumented = false;
#endif

}  // namespace pith
