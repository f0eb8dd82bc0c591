# SPDX-License-Identifier: BSL-1.0
# What `cmake --install` puts where. Components: runtime (the library), tool (the command), dev (headers,
# archives, links, package files), python (only when it is named: where Python looks is Python's affair).
include(CMakePackageConfigHelpers)

set(BONTOT_INSTALL_CMAKEDIR ${CMAKE_INSTALL_LIBDIR}/cmake/bontot CACHE STRING "Where find_package looks")
set(BONTOT_INSTALL_PYTHONDIR lib/python3/dist-packages CACHE STRING "Where the component python goes")
set(BONTOT_INSTALL_ZSHDIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING "Where zsh looks")
mark_as_advanced(BONTOT_INSTALL_CMAKEDIR BONTOT_INSTALL_PYTHONDIR BONTOT_INSTALL_ZSHDIR)

# Each kind of library has its own file of targets: who wants one needs nothing that another one needs.
function(bontot_install_targets export)
    install(TARGETS ${ARGN} EXPORT ${export}
        RUNTIME COMPONENT runtime
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT dev
        ARCHIVE COMPONENT dev
    )
    install(EXPORT ${export} NAMESPACE bontot:: DESTINATION ${BONTOT_INSTALL_CMAKEDIR} COMPONENT dev)
endfunction()

bontot_install_targets(bontot-targets bontot)
bontot_install_targets(bontot-core-targets bontot_headers bontot_core)
if(BONTOT_BUILD_STATIC)
    bontot_install_targets(bontot-static-targets bontot_static)
endif()
install(DIRECTORY include/bontot DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)

configure_package_config_file(cmake/package/bontot-config.cmake.in
    ${CMAKE_CURRENT_BINARY_DIR}/generated/bontot-config.cmake
    INSTALL_DESTINATION ${BONTOT_INSTALL_CMAKEDIR}
    NO_SET_AND_CHECK_MACRO
)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/generated/bontot-config-version.cmake
    COMPATIBILITY SameMinorVersion # the C ABI is kept; the C++ core, before 1.0, is not
)
install(FILES
    ${CMAKE_CURRENT_BINARY_DIR}/generated/bontot-config.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/generated/bontot-config-version.cmake
    DESTINATION ${BONTOT_INSTALL_CMAKEDIR} COMPONENT dev
)

# The prefix as seen from the file itself, so that an installed tree may be moved.
file(RELATIVE_PATH pkgconfig_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
list(JOIN bontot_static_needs " " pkgconfig_private)
configure_file(cmake/package/bontot.pc.in generated/bontot.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/generated/bontot.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev
)

if(BONTOT_BUILD_TOOL)
    set(manual ${CMAKE_CURRENT_SOURCE_DIR}/src/tool/manual)
    install(TARGETS bontot_tool COMPONENT tool)
    install(FILES ${manual}/bontot.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tool)
    install(FILES ${manual}/bontot.bash RENAME bontot
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT tool
    )
    install(FILES ${manual}/bontot.zsh RENAME _bontot DESTINATION ${BONTOT_INSTALL_ZSHDIR} COMPONENT tool)
    install(FILES ${manual}/bontot.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tool
    )
endif()

install(DIRECTORY bindings/python/src/bontot DESTINATION ${BONTOT_INSTALL_PYTHONDIR}
    COMPONENT python EXCLUDE_FROM_ALL PATTERN __pycache__ EXCLUDE PATTERN libbontot* EXCLUDE
)
configure_file(cmake/package/METADATA.in generated/METADATA @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/generated/METADATA COMPONENT python EXCLUDE_FROM_ALL
    DESTINATION ${BONTOT_INSTALL_PYTHONDIR}/bontot-${PROJECT_VERSION}.dist-info
)
