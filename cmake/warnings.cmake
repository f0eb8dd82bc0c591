# SPDX-License-Identifier: BSL-1.0
# Warnings and sanitizers of our own targets; nothing here reaches a consumer.

set(bontot_c_warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes)
set(bontot_cxx_warnings
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual
)
add_library(bontot_warnings INTERFACE)
target_compile_options(bontot_warnings INTERFACE
    "$<$<COMPILE_LANGUAGE:C>:${bontot_c_warnings}>"
    "$<$<COMPILE_LANGUAGE:CXX>:${bontot_cxx_warnings}>"
    $<$<BOOL:${BONTOT_WERROR}>:-Werror>
)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # "text" + std::string is taken for an overlap: https://gcc.gnu.org/PR105651
    target_compile_options(bontot_warnings INTERFACE -Wno-restrict)
endif()

add_library(bontot_sanitizers INTERFACE)
if(BONTOT_SANITIZE)
    target_compile_options(bontot_sanitizers INTERFACE
        -fsanitize=${BONTOT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        -g1 # lines alone: the rest of what a debugger reads is a quarter of the time to compile
    )
    target_link_options(bontot_sanitizers INTERFACE -fsanitize=${BONTOT_SANITIZE})
endif()

# Compiles a target of ours as C++20 or C99 without extensions, with our warnings
# and sanitizers.
function(bontot_own_target target)
    set_target_properties(${target} PROPERTIES
        C_STANDARD 99 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF
        CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    )
    target_link_libraries(${target} PRIVATE
        $<BUILD_INTERFACE:bontot_warnings> $<BUILD_INTERFACE:bontot_sanitizers>
    )
endfunction()
