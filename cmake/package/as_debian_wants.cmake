# SPDX-License-Identifier: BSL-1.0
# What Debian wants otherwise than `cmake --install` does it: manual pages are compressed, programs look for
# libraries where the system does alone, archives are stripped, and every package says its licence and history.
file(GLOB pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/tool/usr/share/man/man1/*.1)
foreach(page IN LISTS pages)
    execute_process(COMMAND gzip -9n ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

file(GLOB programs ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/tool/usr/bin/*)
foreach(program IN LISTS programs)
    file(RPATH_REMOVE FILE ${program})
endforeach()

# CPACK_STRIP_FILES passes archives over, as `strip` without options would leave nothing to link.
file(GLOB_RECURSE archives ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/dev/usr/lib/*.a)
if(archives)
    execute_process(
        COMMAND ${CPACK_BONTOT_STRIP} --strip-debug --remove-section=.comment --remove-section=.note
            --enable-deterministic-archives ${archives}
        COMMAND_ERROR_IS_FATAL ANY
    )
endif()

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    file(COPY ${CPACK_BONTOT_DOCUMENTS} DESTINATION
        ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}/usr/share/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}
    )
endforeach()
