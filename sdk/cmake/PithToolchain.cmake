# How Pith itself is compiled: a target that every library, program and plugin of this tree links
# privately. Nothing global, nothing that installs.
add_library(pith_toolchain INTERFACE)
target_compile_features(pith_toolchain INTERFACE cxx_std_20)
target_compile_options(pith_toolchain INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align)
# GCC 12 warns of overlapping copies in "literal" + std::string where there are none (GCC bug 105651).
target_compile_options(pith_toolchain INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_options(pith_toolchain INTERFACE $<$<BOOL:${PITH_WERROR}>:-Werror>)
# What a header calls its parameters may be a local name of the file before it: of interest file by file only.
target_compile_options(pith_toolchain INTERFACE $<$<BOOL:${PITH_UNITY}>:-Wno-shadow>)
if(PITH_SANITIZE)
  target_compile_options(pith_toolchain INTERFACE -fsanitize=${PITH_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  # Instrumented, GCC takes optionals that were tested for uninitialized (its manual warns of that).
  target_compile_options(pith_toolchain INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(pith_toolchain INTERFACE
    $<$<CXX_COMPILER_ID:Clang>:-fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitizer-ignore.txt>)
  target_link_options(pith_toolchain INTERFACE -fsanitize=${PITH_SANITIZE})
endif()
if(PITH_BUILD_FUZZERS)
  target_compile_options(pith_toolchain INTERFACE -fsanitize=fuzzer-no-link)
endif()
