# SPDX-License-Identifier: BSL-1.0
include(FindPackageHandleStandardArgs)

file(STRINGS ${BONTOT_HOST_HEADERS}/CLI/Version.hpp CLI11_VERSION REGEX "#define CLI11_VERSION ")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" CLI11_VERSION "${CLI11_VERSION}")
find_package_handle_standard_args(CLI11
    REQUIRED_VARS BONTOT_HOST_HEADERS
    VERSION_VAR CLI11_VERSION
)
if(CLI11_FOUND AND NOT TARGET CLI11::CLI11)
    add_library(CLI11::CLI11 INTERFACE IMPORTED)
    target_include_directories(CLI11::CLI11 SYSTEM INTERFACE ${BONTOT_HOST_HEADERS})
endif()
