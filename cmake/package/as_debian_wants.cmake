# SPDX-License-Identifier: BSL-1.0
# What Debian wants otherwise than `cmake --install` does it: manual pages are compressed, programs look for
# libraries where the system does alone, and every package says its licence and history.
file(GLOB pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/tool/usr/share/man/man1/*.1)
foreach(page IN LISTS pages)
    execute_process(COMMAND gzip -9n ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

file(GLOB programs ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/tool/usr/bin/*)
foreach(program IN LISTS programs)
    file(RPATH_REMOVE FILE ${program})
endforeach()

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    file(COPY ${CPACK_BONTOT_DOCUMENTS} DESTINATION
        ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}/usr/share/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}
    )
endforeach()
