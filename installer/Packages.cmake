# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is installed where, and the .deb. installer/package builds it.
#
# SQLCipher: Debian 12 has no libsqlcipher1, so there the package carries the library that it was built with, in a folder
# of its own that only our programs look into (their RPATH): it installs on a bare Debian 12, and no other program ever
# sees it. Where the distribution has the library the option is off and the package depends on it, so that Debian's
# security updates reach it.
include(GNUInstallDirs)
option(AMBROISE_BUNDLE_SQLCIPHER "The package carries its own libsqlcipher" ON)
set(AMBROISE_PRIVATE_LIBRARIES lib/ambroise)

foreach(program ambroise ambroisectl ambroise-sandbox)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
        if(AMBROISE_BUNDLE_SQLCIPHER)
            set_target_properties(${program} PROPERTIES INSTALL_RPATH "$ORIGIN/../${AMBROISE_PRIVATE_LIBRARIES}")
        endif()
    endif()
endforeach()

# Where the desktop looks for readers of cartes Vitale; this one's reader is ambroise-sandbox.
if(TARGET ambroise_vitale_sandbox)
    install(TARGETS ambroise_vitale_sandbox LIBRARY DESTINATION ${AMBROISE_PRIVATE_LIBRARIES})
endif()

if(AMBROISE_BUNDLE_SQLCIPHER)
    list(GET SqlCipher_LINK_LIBRARIES 0 AMBROISE_SQLCIPHER)
    file(REAL_PATH ${AMBROISE_SQLCIPHER} AMBROISE_SQLCIPHER)
    install(FILES ${AMBROISE_SQLCIPHER} DESTINATION ${AMBROISE_PRIVATE_LIBRARIES} RENAME libsqlcipher.so.1)
    install(FILES /usr/share/doc/libsqlcipher1/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/ambroise
            RENAME copyright.sqlcipher OPTIONAL)
endif()

set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
configure_file(installer/copyright.in ${PROJECT_BINARY_DIR}/copyright @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/ambroise)
install(FILES ${desktop}/ambroise.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/ambroise.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${desktop}/ambroise.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

# dpkg-shlibdeps finds the libraries that are linked; the `run` rows are those that are loaded by name.
file(STRINGS installer/dependencies rows REGEX "^run ")
list(TRANSFORM rows REPLACE "^run +([^ ]+).*" "\\1")
list(JOIN rows ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS installer/dependencies)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ambroise)
set(CPACK_PACKAGE_CONTACT "Ambroise <paquets@ambroise.example>")
set(CPACK_PACKAGE_VENDOR Ambroise)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "medical practice software for France")
set(CPACK_PACKAGE_DESCRIPTION "Records, prescriptions and documents of a French medical
practice, encrypted, on its own machines: ambroise is the desktop,
ambroisectl the command line.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
include(CPack)
