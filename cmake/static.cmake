# SPDX-License-Identifier: BSL-1.0
# libbontot.a: the objects of libbontot.so linked into one, of which bontot.h's functions alone can be seen
# from outside. A program may then carry Boost.JSON of another version.

find_program(BONTOT_OBJCOPY NAMES ${CMAKE_OBJCOPY} objcopy REQUIRED)
mark_as_advanced(BONTOT_OBJCOPY)

set(whole ${CMAKE_CURRENT_BINARY_DIR}/generated/bontot_static${CMAKE_CXX_OUTPUT_EXTENSION})
add_custom_command(
    OUTPUT ${whole}
    COMMAND ${CMAKE_CXX_COMPILER} -nostdlib -r -Wl,--force-group-allocation -o ${whole} ${bontot_parts}
    COMMAND ${BONTOT_OBJCOPY} --wildcard --keep-global-symbol=bontot_* ${whole}
    DEPENDS ${bontot_parts}
    COMMENT "Linking the parts of libbontot.a"
    COMMAND_EXPAND_LISTS
    VERBATIM
)
add_library(bontot_static STATIC ${whole})
add_library(bontot::static ALIAS bontot_static)
set_source_files_properties(${whole} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
set_target_properties(bontot_static PROPERTIES
    OUTPUT_NAME bontot EXPORT_NAME static LINKER_LANGUAGE CXX
)
target_include_directories(bontot_static INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
)
# A program in C links no C++ runtime by itself.
target_link_libraries(bontot_static INTERFACE ${bontot_static_needs})
