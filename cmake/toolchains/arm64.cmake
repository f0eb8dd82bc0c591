# SPDX-License-Identifier: BSL-1.0
# Linux on aarch64, with Debian's g++-aarch64-linux-gnu; programs run under QEMU. Debian has no zlib
# for cross compilers: BONTOT_ARM64_ZLIB names the folder where tests/cross/zlib_arm64.sh unpacked it.

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(target aarch64-linux-gnu)
set(CMAKE_C_COMPILER ${target}-gcc)
set(CMAKE_CXX_COMPILER ${target}-g++)
set(CMAKE_LIBRARY_ARCHITECTURE ${target})
set(BONTOT_ARM64_ZLIB ${CMAKE_CURRENT_LIST_DIR}/../../build/arm64-zlib CACHE PATH
    "Folder with the usr/ of zlib1g-dev for arm64"
)
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES BONTOT_ARM64_ZLIB)
set(CMAKE_FIND_ROOT_PATH ${BONTOT_ARM64_ZLIB} /usr/${target})
include(${CMAKE_CURRENT_LIST_DIR}/host_headers.cmake)

find_program(BONTOT_QEMU NAMES qemu-aarch64 qemu-aarch64-static)
if(BONTOT_QEMU)
    set(CMAKE_CROSSCOMPILING_EMULATOR ${BONTOT_QEMU} -L /usr/${target})
endif()
