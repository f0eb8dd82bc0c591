# SPDX-License-Identifier: BSL-1.0

# bontot_whole_object(variable name symbols objects...): links objects into one, changes with objcopy which of its
# symbols can be seen from outside (`symbols` is the option), and sets the variable to its file.
function(bontot_whole_object variable name symbols)
    find_program(BONTOT_OBJCOPY NAMES ${CMAKE_OBJCOPY} objcopy REQUIRED)
    mark_as_advanced(BONTOT_OBJCOPY)
    set(whole ${CMAKE_CURRENT_BINARY_DIR}/generated/${name}${CMAKE_CXX_OUTPUT_EXTENSION})
    add_custom_command(
        OUTPUT ${whole}
        COMMAND ${CMAKE_CXX_COMPILER} -nostdlib -r -Wl,--force-group-allocation -o ${whole} ${ARGN}
        COMMAND ${BONTOT_OBJCOPY} --wildcard ${symbols} ${whole}
        DEPENDS ${ARGN}
        COMMENT "Linking the parts of ${name} into one object"
        COMMAND_EXPAND_LISTS
        VERBATIM
    )
    set_source_files_properties(${whole} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
    set(${variable} ${whole} PARENT_SCOPE)
endfunction()
