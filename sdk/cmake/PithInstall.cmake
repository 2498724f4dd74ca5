# What `cmake --install` puts in place for plugin authors: the library, its headers and the CMake package.
# Program and plugins are installed where they are made (core/command, PithAddPlugin.cmake).
include(CMakePackageConfigHelpers)

set(pith_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Pith)

install(TARGETS pith_sdk EXPORT PithTargets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/sdk/include/pith DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.hpp")
install(FILES ${PROJECT_BINARY_DIR}/sdk/include/pith/version.hpp
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/pith)

install(EXPORT PithTargets NAMESPACE pith:: DESTINATION ${pith_package_dir})
configure_package_config_file(${PROJECT_SOURCE_DIR}/sdk/cmake/PithConfig.cmake.in
  ${PROJECT_BINARY_DIR}/PithConfig.cmake
  INSTALL_DESTINATION ${pith_package_dir}
  PATH_VARS CMAKE_INSTALL_LIBDIR)
# Before 1.0 every minor version may change the SDK.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/PithConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/PithConfig.cmake
  ${PROJECT_BINARY_DIR}/PithConfigVersion.cmake
  ${PROJECT_SOURCE_DIR}/sdk/cmake/PithAddPlugin.cmake
  DESTINATION ${pith_package_dir})
