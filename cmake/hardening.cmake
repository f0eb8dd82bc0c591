# SPDX-License-Identifier: BSL-1.0
# What makes a fault in our own code harder to use for an attacker; nothing here reaches a consumer.

include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

option(BONTOT_HARDEN "Stack protector, checked copies, marked jumps and read-only relocations" ON)

add_library(bontot_hardened INTERFACE)
if(BONTOT_HARDEN AND NOT WIN32)
    # By processor: Clang takes the other one's option, too, and then warns that it is of no use.
    set(options -fstack-protector-strong)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64|AMD64|i[3-6]86)$")
        list(APPEND options -fcf-protection)
    elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
        list(APPEND options -mbranch-protection=standard)
    endif()
    foreach(option IN LISTS options)
        string(MAKE_C_IDENTIFIER "BONTOT_HAS${option}" is_known)
        check_cxx_compiler_flag(${option} ${is_known})
        if(${is_known})
            target_compile_options(bontot_hardened INTERFACE ${option})
        endif()
    endforeach()
    # Without optimisation there are no checked copies, and sanitizers have their own.
    if(NOT BONTOT_SANITIZE)
        target_compile_options(bontot_hardened INTERFACE
            $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>
        )
    endif()
    check_linker_flag(CXX LINKER:-z,relro,-z,now BONTOT_HAS_RELRO)
    if(BONTOT_HAS_RELRO)
        target_link_options(bontot_hardened INTERFACE LINKER:-z,relro,-z,now)
    endif()
endif()

# Hardens a target that users run or link.
function(bontot_harden target)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:bontot_hardened>)
endfunction()
