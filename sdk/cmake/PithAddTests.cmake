# pith_add_tests(<program> [DISCOVERY_MODE <mode>] [PROPERTIES <name> <value>...])
#
# Every test case of a GoogleTest program is a test of CTest, in a process of its own. Not so with the address
# sanitizer, where starting the process costs more than most cases do: there the whole program is one test.
#
# Programs whose tests have the label `threads` are built by the target threaded_tests.
include_guard(GLOBAL)
include(GoogleTest)

add_custom_target(threaded_tests)

function(pith_add_tests program)
  cmake_parse_arguments(PARSE_ARGV 1 TESTS "" "DISCOVERY_MODE" "PROPERTIES")
  if("threads" IN_LIST TESTS_PROPERTIES)
    add_dependencies(threaded_tests ${program})
  endif()
  if(PITH_SANITIZE MATCHES "address")
    add_test(NAME ${program} COMMAND ${program})
    if(TESTS_PROPERTIES)
      set_tests_properties(${program} PROPERTIES ${TESTS_PROPERTIES})
    endif()
    return()
  endif()
  gtest_discover_tests(${program} DISCOVERY_TIMEOUT 60 ${ARGN})
endfunction()
