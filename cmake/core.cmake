# SPDX-License-Identifier: BSL-1.0
# bontot::core: the bodies of the C++ core as an archive. Boost.JSON's bodies are in it, hidden: a program may
# carry Boost.JSON of another version.

set(bontot_json_objects $<TARGET_OBJECTS:bontot_core_json> $<TARGET_OBJECTS:bontot_boost_json>)
if(NOT WIN32 AND NOT APPLE)
    bontot_whole_object(bontot_json_objects bontot_json --localize-symbol=*5boost4json* ${bontot_json_objects})
endif()
add_library(bontot_core STATIC ${bontot_core_objects} ${bontot_json_objects})
add_library(bontot::core ALIAS bontot_core)
set_target_properties(bontot_core PROPERTIES EXPORT_NAME core LINKER_LANGUAGE CXX)
target_link_libraries(bontot_core INTERFACE bontot_headers $<BUILD_INTERFACE:bontot_sanitizers>)
