# Installs Pith into a fresh prefix, builds the outside project against that, and uses its plugin with the
# installed program, with the build tree out of the way.
function(run)
  cmake_parse_arguments(PARSE_ARGV 0 RUN "" "OUTPUT" "COMMAND")
  execute_process(COMMAND ${RUN_COMMAND} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0)
    list(JOIN RUN_COMMAND " " command)
    message(FATAL_ERROR "${command}\nended with ${result}\n${output}${errors}")
  endif()
  if(RUN_OUTPUT)
    set(${RUN_OUTPUT} "${output}" PARENT_SCOPE)
  endif()
endfunction()

function(expect text output)
  string(FIND "${output}" "${text}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "'${text}' is not in:\n${output}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK_DIR})
file(COPY ${PROJECT_DIR}/ DESTINATION ${WORK_DIR}/project)
set(prefix ${WORK_DIR}/prefix)
set(pith ${prefix}/${BINDIR}/pith)

run(COMMAND ${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${prefix})
run(COMMAND ${CMAKE_COMMAND} -S ${WORK_DIR}/project -B ${WORK_DIR}/build -G ${GENERATOR}
  -DCMAKE_BUILD_TYPE=${CONFIG} -DCMAKE_CXX_COMPILER=${CXX_COMPILER} -DCMAKE_PREFIX_PATH=${prefix}
  -DCMAKE_INSTALL_PREFIX=${WORK_DIR}/plugins)
run(COMMAND ${CMAKE_COMMAND} --build ${WORK_DIR}/build)
run(COMMAND ${CMAKE_COMMAND} --install ${WORK_DIR}/build)

# Nothing but what this test made: no plugins of the user, no environment.
set(ENV{XDG_DATA_HOME} ${WORK_DIR}/none)
unset(ENV{PITH_PLUGIN_PATH})
unset(ENV{LD_LIBRARY_PATH})

file(GLOB_RECURSE library ${WORK_DIR}/plugins/*harbour.so)
run(COMMAND ${pith} plugins check ${library})
cmake_path(GET library PARENT_PATH folder)
run(COMMAND ${pith} plugins list --plugin-dir ${folder} OUTPUT list)
expect("harbour" "${list}")

run(COMMAND ${pith} extract ${WORK_DIR}/project/page.html --url https://news.harbour.example/story/1
  --plugin-dir ${folder} --format json OUTPUT result)
expect("\"harbour\"" "${result}")
expect("The ferry runs again" "${result}")
expect("On Monday morning the first boat left the pier" "${result}")
string(FIND "${result}" "Share this page with everyone you know" shared)
if(NOT shared EQUAL -1)
  message(FATAL_ERROR "boilerplate is left in:\n${result}")
endif()
