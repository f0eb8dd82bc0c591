# SPDX-License-Identifier: BSL-1.0
# What is only headers serves every target; but /usr/include as a whole would give the host's C
# library to the cross compiler. So a folder of the build holds these alone, by links.

set(BONTOT_HOST_HEADERS ${CMAKE_BINARY_DIR}/host-headers)
foreach(folder IN ITEMS boost CLI)
    if(NOT EXISTS ${BONTOT_HOST_HEADERS}/${folder})
        file(MAKE_DIRECTORY ${BONTOT_HOST_HEADERS})
        file(CREATE_LINK /usr/include/${folder} ${BONTOT_HOST_HEADERS}/${folder} SYMBOLIC)
    endif()
endforeach()

# Their own CMake packages name /usr/include.
set(Boost_NO_BOOST_CMAKE ON)
set(Boost_INCLUDE_DIR ${BONTOT_HOST_HEADERS})
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}/modules)

# Libraries, and headers that go with one, are the target's.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(ZLIB_USE_STATIC_LIBS ON)
