# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D RULES=… -D WORK=folder -P refusal.cmake: what ambroise_module() refuses, and that it says why.

function(expect message module depends libraries)
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/refusal -B ${WORK} -D RULES=${RULES}
                            -D MODULE=${module} -D DEPENDS=${depends} -D LIBRARIES=${libraries}
                    RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE said)
    string(REGEX REPLACE "[ \n]+" " " said "${said}") # CMake wraps its messages
    if(message STREQUAL "" AND result)
        message(SEND_ERROR "${module} over ${depends} was refused: ${said}")
    elseif(NOT message STREQUAL "" AND (NOT result OR NOT said MATCHES "${message}"))
        message(SEND_ERROR "${module} over ${depends} ${libraries} was not refused with '${message}': ${said}")
    endif()
endfunction()

expect("" patient core Qt6::Sql)
expect("Module 'core' may not use 'crypto'" core crypto "")
expect("Module 'agenda' may not use 'labs'" agenda labs "")
expect("Module 'drugs' may not use 'uikit'" drugs uikit "")
expect("Module 'drugs' may not use 'unheard'" drugs unheard "")
expect("Module 'drugs' is domain code: Qt6::Widgets belongs in its ui/" drugs storage Qt6::Widgets)
