# SPDX-License-Identifier: GPL-3.0-or-later
#
# The drawn architecture, and the functions that hold the code to it. Each row: layer, module, the modules that it may
# use directly besides everything these may use themselves. A dependency that the table does not allow is refused at
# configure time; tests/architecture checks the includes against the same rows.

set(AMBROISE_ARCHITECTURE
    "0 core"
    "1 crypto core"
    "1 storage core crypto"
    "1 net core crypto storage"
    "1 cards core crypto"
    "1 codes core crypto"
    "1 uikit core"
    "2 audit core crypto storage"
    "2 access audit cards"
    "2 identity audit codes"
    "2 patient identity access"
    "3 record patient"
    "3 documents patient codes"
    "3 drugs storage"
    "3 prescription record drugs documents"
    "3 dispensing prescription"
    "3 labs record documents"
    "3 agenda record documents"
    "3 billing record documents"
    "3 prevention record documents"
    "4 insi net documents identity"
    "4 eprescription net documents prescription"
    "4 dmp net documents"
    "4 mssante net documents"
    "4 directory net documents"
    "4 psc net documents access"
    "4 telesante record documents net"
    "5 portability record documents prescription"
    "5 backup storage documents"
    "5 reporting record documents prescription"
    "5 sandbox net documents")

# The rows of AMBROISE_ARCHITECTURE, closed over "may use": out_<module> = every module that it may include.
function(_ambroise_allowed module out)
    set(allowed "")
    foreach(row IN LISTS AMBROISE_ARCHITECTURE)
        string(REPLACE " " ";" words "${row}")
        list(GET words 1 name)
        if(name STREQUAL module)
            list(REMOVE_AT words 0 1)
            set(direct ${words})
            list(APPEND allowed ${direct})
            foreach(dependency IN LISTS direct)
                _ambroise_allowed(${dependency} further)
                list(APPEND allowed ${further})
            endforeach()
        endif()
    endforeach()
    list(REMOVE_DUPLICATES allowed)
    set(${out} "${allowed}" PARENT_SCOPE)
endfunction()

function(_ambroise_refuse_forbidden module)
    _ambroise_allowed(${module} allowed)
    foreach(dependency IN LISTS ARGN)
        if(NOT dependency IN_LIST allowed)
            list(JOIN allowed ", " text)
            message(FATAL_ERROR "Module '${module}' may not use '${dependency}'. It may use: ${text}.")
        endif()
    endforeach()
endfunction()

# Flags that hold for every target of the project. No macro tells a library's own files from those of others (CMake's
# <target>_EXPORTS): static or shared, they are compiled the same, and the precompiled headers serve both.
function(ambroise_flags target)
    set_target_properties(${target} PROPERTIES DEFINE_SYMBOL "")
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT
                                                 QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
                                                 QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow)
    if(AMBROISE_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(AMBROISE_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${AMBROISE_SANITIZE} -fno-sanitize-recover=all
                                                 -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${AMBROISE_SANITIZE})
    endif()
endfunction()

# What nearly every file includes, compiled once: `core` for code without windows, `widgets` for what draws. Targets
# take theirs by ambroise_precompiled; one precompiled header a target took a third of the build.
function(_ambroise_precompile name headers)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "")
    add_library(ambroise_precompiled_${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
    set_target_properties(ambroise_precompiled_${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(ambroise_precompiled_${name} PRIVATE ${ARGN})
    target_precompile_headers(ambroise_precompiled_${name} PRIVATE ${headers})
    ambroise_flags(ambroise_precompiled_${name})
endfunction()

function(ambroise_precompiled target name)
    if(NOT TARGET ambroise_precompiled_core)
        _ambroise_precompile(core "<QtCore>;<memory>;<optional>;<vector>;<functional>" Qt6::Core)
        _ambroise_precompile(widgets "<QtWidgets>" Qt6::Widgets)
    endif()
    target_precompile_headers(${target} REUSE_FROM ambroise_precompiled_${name})
endfunction()

# ambroise_module(NAME drugs DEPENDS storage [LIBRARIES Qt6::Sql …])
#
# The library ambroise_<name> of src/*.cpp, with include/ as its public face. The numbered statements of schema/*.sql
# become ambroise::<name>::schema(), a storage::Schema.
function(ambroise_module)
    cmake_parse_arguments(ARG "" "NAME" "DEPENDS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
    _ambroise_refuse_forbidden(${ARG_NAME} ${ARG_DEPENDS})
    foreach(library IN LISTS ARG_LIBRARIES ARG_PRIVATE_LIBRARIES)
        if(library MATCHES "Widgets|Quick|PrintSupport")
            message(FATAL_ERROR "Module '${ARG_NAME}' is domain code: ${library} belongs in its ui/.")
        endif()
    endforeach()
    file(GLOB sources CONFIGURE_DEPENDS src/*.cpp src/*.h include/ambroise/${ARG_NAME}/*.h)
    file(GLOB schema CONFIGURE_DEPENDS schema/*.sql)
    set(target ambroise_${ARG_NAME})
    add_library(${target} ${sources})
    if(schema)
        _ambroise_schema_source(${ARG_NAME} "${schema}" generated)
        target_sources(${target} PRIVATE ${generated})
    endif()
    target_include_directories(${target} PUBLIC include)
    list(TRANSFORM ARG_DEPENDS PREPEND ambroise_)
    target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} Qt6::Core ${ARG_LIBRARIES} PRIVATE ${ARG_PRIVATE_LIBRARIES})
    ambroise_precompiled(${target} core)
    ambroise_flags(${target})
endfunction()

# ambroise_module_ui(NAME drugs): the widgets of ui/*.cpp over ambroise_<name> and uikit; never over another ui.
function(ambroise_module_ui)
    cmake_parse_arguments(ARG "" "NAME" "LIBRARIES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ui/*.cpp ui/*.h include/ambroise/${ARG_NAME}/ui/*.h)
    set(target ambroise_${ARG_NAME}_ui)
    add_library(${target} ${sources})
    target_include_directories(${target} PUBLIC include PRIVATE ui)
    target_link_libraries(${target} PUBLIC ambroise_${ARG_NAME} ambroise_uikit Qt6::Widgets ${ARG_LIBRARIES})
    ambroise_precompiled(${target} widgets)
    ambroise_flags(${target})
endfunction()

# One .cpp that holds the module's SQL, so that no migration can be missing at run time.
function(_ambroise_schema_source module files out)
    set(path ${CMAKE_CURRENT_BINARY_DIR}/${module}_schema.cpp)
    set(text "// Generated from modules/${module}/schema.\n#include <ambroise/storage/schema.h>\n")
    string(APPEND text "namespace ambroise::${module} {\nstorage::Schema schema();\nstorage::Schema schema()\n{\n")
    string(APPEND text "    return {QStringLiteral(\"${module}\"), {\n")
    set(expected 1)
    foreach(file IN LISTS files)
        get_filename_component(name ${file} NAME_WE)
        if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_[a-z0-9_]+$")
            message(FATAL_ERROR "${file}: a migration is named NNNN_what_it_does.sql")
        endif()
        math(EXPR number "1${CMAKE_MATCH_1} - 10000")
        if(NOT number EQUAL expected)
            message(FATAL_ERROR "${file}: migrations of '${module}' are numbered without a gap, ${expected} was expected")
        endif()
        math(EXPR expected "${expected} + 1")
        file(READ ${file} sql)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
        string(APPEND text "        {${number}, QStringLiteral(\"${name}\"), QStringLiteral(R\"sql(${sql})sql\")},\n")
    endforeach()
    string(APPEND text "    }};\n}\n} // namespace ambroise::${module}\n")
    file(GENERATE OUTPUT ${path} CONTENT "${text}")
    set(${out} ${path} PARENT_SCOPE)
endfunction()
