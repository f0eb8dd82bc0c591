# SPDX-License-Identifier: BSL-1.0
# Debian's packages of the preset deb: libbontot0, libbontot-dev, bontot and python3-bontot.

set(BONTOT_PACKAGER "The bontot maintainers <bontot@example.org>" CACHE STRING "Who answers for packages")
mark_as_advanced(BONTOT_PACKAGER)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME bontot)
set(CPACK_PACKAGE_VENDOR "")
set(CPACK_PACKAGE_CONTACT ${BONTOT_PACKAGER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/cmake/package/as_debian_wants.cmake)
set(CPACK_STRIP_FILES ON)
set(CPACK_BONTOT_STRIP ${CMAKE_STRIP})
set(CPACK_COMPONENTS_ALL runtime dev tool python)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_CURRENT_BINARY_DIR})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_SOURCE_DIR}/cmake/package/triggers)
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA
    ${CMAKE_CURRENT_SOURCE_DIR}/cmake/package/python/postinst
    ${CMAKE_CURRENT_SOURCE_DIR}/cmake/package/python/prerm
)

# What Debian wants beside every package.
string(TIMESTAMP package_date "%a, %d %b %Y %H:%M:%S +0000" UTC) # or what SOURCE_DATE_EPOCH says
string(TIMESTAMP package_year "%Y" UTC)
set(package_version ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
file(READ LICENSE license)
string(REGEX REPLACE "\n\n" "\n.\n" license "${license}")
string(REGEX REPLACE "\n([^\n])" "\n \\1" license " ${license}")
set(documents ${CMAKE_CURRENT_BINARY_DIR}/generated)
configure_file(cmake/package/copyright.in ${documents}/copyright @ONLY)
configure_file(cmake/package/changelog.in ${documents}/changelog @ONLY)
set(CPACK_BONTOT_DOCUMENTS ${documents}/copyright ${documents}/changelog.Debian.gz)
execute_process(COMMAND gzip -9nc ${documents}/changelog OUTPUT_FILE ${documents}/changelog.Debian.gz)

set(about "bontot adds up what a published set of criteria says of the facts and
evidence of one unit, with exact decimals, a reason for every point, an
interval where something is missing, and every error at once with its place,
in Vietnamese and English.")

# bontot_package(component name section what [SHLIBS] [ALL] [DEPENDS packages...]): SHLIBS: what its programs
# need beside is found out; ALL: it is the same on every processor.
function(bontot_package component name section what)
    string(TOUPPER ${component} upper)
    cmake_parse_arguments(PARSE_ARGV 4 deb "SHLIBS;ALL" "" "DEPENDS")
    list(JOIN deb_DEPENDS ", " depends)
    set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS ${depends} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_SHLIBDEPS ${deb_SHLIBS} PARENT_SCOPE)
    set(CPACK_COMPONENT_${upper}_DESCRIPTION "${what}\n${about}" PARENT_SCOPE)
    if(deb_ALL)
        set(CPACK_DEBIAN_${upper}_PACKAGE_ARCHITECTURE all PARENT_SCOPE)
    endif()
endfunction()

set(library "libbontot0 (= ${package_version})")
bontot_package(runtime libbontot0 libs "scores a unit against published criteria - library" SHLIBS)
bontot_package(dev libbontot-dev libdevel "scores a unit against published criteria - development files"
    DEPENDS ${library}
)
set(CPACK_DEBIAN_DEV_PACKAGE_RECOMMENDS "libboost1.81-dev | libboost-dev (>= 1.81)") # the C++ core
bontot_package(tool bontot text "scores a unit against published criteria - command" SHLIBS DEPENDS ${library})
bontot_package(python python3-bontot python "scores a unit against published criteria - Python" ALL
    DEPENDS ${library} "python3 (>= 3.9)"
)

include(CPack)
