# SPDX-License-Identifier: BSL-1.0
# libbontot.a: the objects of libbontot.so linked into one, of which bontot.h's functions alone can be seen
# from outside. A program may then carry Boost.JSON of another version.

bontot_whole_object(whole bontot_static --keep-global-symbol=bontot_* ${bontot_parts})
add_library(bontot_static STATIC ${whole})
add_library(bontot::static ALIAS bontot_static)
set_target_properties(bontot_static PROPERTIES
    OUTPUT_NAME bontot EXPORT_NAME static LINKER_LANGUAGE CXX
)
target_include_directories(bontot_static INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
)
# A program in C links no C++ runtime by itself.
target_link_libraries(bontot_static INTERFACE ${bontot_static_needs})
