# pith_unite_sources(<folder>)
#
# Compiles the sources of every target below the folder several at a time: most of what a file of Pith costs a
# compiler are the headers and the templates that it shares with its neighbours. Call it when all targets are
# there. Which files go together is found out anew whenever CMake runs (unity_groups.py says how), so that no
# list has to be kept. A file that must be compiled alone although nothing in its text tells so can say
#
#   set_source_files_properties(odd.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
#
# The release preset compiles every file alone: that each includes what it needs is checked there.
include_guard(GLOBAL)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# All targets with sources in the folder and below it.
function(pith_list_targets folder result)
  get_property(own DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
  set(found "")
  foreach(target IN LISTS own)
    get_target_property(sources ${target} SOURCES)
    get_target_property(type ${target} TYPE)
    if(sources AND NOT type STREQUAL "UTILITY")
      list(APPEND found ${target})
    endif()
  endforeach()
  get_property(subfolders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
  foreach(subfolder IN LISTS subfolders)
    pith_list_targets(${subfolder} below)
    list(APPEND found ${below})
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

function(pith_unite_sources folder)
  pith_list_targets(${folder} targets)
  set(list "")
  foreach(target IN LISTS targets)
    get_target_property(target_folder ${target} SOURCE_DIR)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
      cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${target_folder})
      string(APPEND list "${target}|${source}\n")
    endforeach()
  endforeach()
  set(list_file ${CMAKE_CURRENT_BINARY_DIR}/unity_sources.txt)
  file(WRITE ${list_file} "${list}")
  execute_process(
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/unity_groups.py ${list_file}
    OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" answer "${answer}")
  foreach(line IN LISTS answer)
    string(REPLACE "|" ";" line "${line}")
    list(POP_FRONT line target source group)
    set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${group})
  endforeach()
  set_target_properties(${targets} PROPERTIES
    UNITY_BUILD ON
    UNITY_BUILD_MODE GROUP
    UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
endfunction()
