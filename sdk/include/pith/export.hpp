#pragma once

/// PITH_API marks what leaves the SDK's shared library; everything else is hidden.
#if defined(_WIN32)
#error "Pith is built for ELF systems; see docs/reference/limits.md"
#else
#define PITH_API __attribute__((visibility("default")))
#endif
