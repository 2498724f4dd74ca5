# pith_add_plugin(<name> SOURCES <file>...)
#
# A plugin library <name>.so for Pith, the same way inside this project and outside of it:
#
#   find_package(Pith REQUIRED)
#   pith_add_plugin(example SOURCES example.cpp)
#
# The target is called <name>_plugin. Everything in it is hidden except what PITH_PLUGIN exports. Within
# this project the library lands in <build>/lib/pith/plugins, where <build>/bin/pith finds it; elsewhere in
# the project's own build folder (`pith --plugin-dir <build>`). `cmake --install` puts it into
# <prefix>/<libdir>/pith/plugins.
include_guard(GLOBAL)
include(GNUInstallDirs)

function(pith_add_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 PLUGIN "" "" "SOURCES")
  if(NOT PLUGIN_SOURCES OR PLUGIN_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "pith_add_plugin(${name}): say pith_add_plugin(<name> SOURCES <file>...)")
  endif()
  if(NOT name MATCHES "^[a-z][a-z0-9_-]*$")
    message(FATAL_ERROR "pith_add_plugin(${name}): a plugin name begins with a letter a-z; "
      "letters, digits, '_' and '-' may follow")
  endif()

  set(target ${name}_plugin)
  add_library(${target} MODULE ${PLUGIN_SOURCES})
  target_link_libraries(${target} PRIVATE pith::sdk)
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES
    PREFIX ""
    OUTPUT_NAME ${name}
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  # A symbol that is missing shall be missed by the linker, not by the user who loads the plugin. The
  # sanitizers' own symbols come with the program and would be reported here.
  if(NOT PITH_SANITIZE AND NOT "${CMAKE_CXX_FLAGS}" MATCHES "-fsanitize")
    target_link_options(${target} PRIVATE LINKER:--no-undefined)
  endif()
  if(TARGET pith_toolchain)
    target_link_libraries(${target} PRIVATE pith_toolchain)
    set_target_properties(${target} PROPERTIES
      LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}/pith/plugins
      INSTALL_RPATH "$ORIGIN/../..")
  endif()
  install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/pith/plugins)
endfunction()
