# SPDX-License-Identifier: BSL-1.0
# bontot::core: the bodies of the C++ core as an archive. Boost.JSON's bodies are in it, hidden: a program may
# carry Boost.JSON of another version.

set(bontot_json_objects $<TARGET_OBJECTS:bontot_core_json> $<TARGET_OBJECTS:bontot_boost_json>)
if(NOT WIN32 AND NOT APPLE)
    find_program(BONTOT_OBJCOPY NAMES ${CMAKE_OBJCOPY} objcopy REQUIRED)
    mark_as_advanced(BONTOT_OBJCOPY)
    set(whole ${CMAKE_CURRENT_BINARY_DIR}/generated/bontot_json${CMAKE_CXX_OUTPUT_EXTENSION})
    add_custom_command(
        OUTPUT ${whole}
        COMMAND ${CMAKE_CXX_COMPILER} -nostdlib -r -Wl,--force-group-allocation -o ${whole} ${bontot_json_objects}
        COMMAND ${BONTOT_OBJCOPY} --wildcard --localize-symbol=*5boost4json* ${whole}
        DEPENDS ${bontot_json_objects}
        COMMENT "Hiding Boost.JSON in the archive of the core"
        COMMAND_EXPAND_LISTS
        VERBATIM
    )
    set(bontot_json_objects ${whole})
    set_source_files_properties(${whole} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
endif()
add_library(bontot_core STATIC $<TARGET_OBJECTS:bontot_core_fast> $<TARGET_OBJECTS:bontot_core_small> ${bontot_json_objects})
add_library(bontot::core ALIAS bontot_core)
set_target_properties(bontot_core PROPERTIES EXPORT_NAME core LINKER_LANGUAGE CXX)
target_link_libraries(bontot_core INTERFACE bontot_headers $<BUILD_INTERFACE:bontot_sanitizers>)
