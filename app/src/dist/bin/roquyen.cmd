@echo off
rem Starts Ro Quyen from the folder that this script lies in. No argument opens the window; a
rem subcommand runs the command line ("roquyen --help").
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "RQ_HOME=%%~fI"
set "RQ_JAVA="

call :try "%RQ_HOME%\runtime"
call :try "%JAVA_HOME%"
for /f "delims=" %%I in ('where java 2^>nul') do call :try "%%~dpI.."
for %%K in ("HKLM\SOFTWARE\JavaSoft\JDK" "HKLM\SOFTWARE\Eclipse Adoptium\JDK" "HKLM\SOFTWARE\Eclipse Adoptium\JRE" "HKCU\SOFTWARE\Eclipse Adoptium\JDK") do call :registry %%K
for %%F in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do call :below %%F
if defined RQ_JAVA goto :start

chcp 65001 >nul
>&2 echo Rõ Quyền cần Java 25 trở lên nhưng không tìm thấy trên máy này: hãy cài đặt Java 25 hoặc đặt biến JAVA_HOME trỏ tới thư mục Java 25.
>&2 echo Rõ Quyền needs Java 25 or newer and found none on this machine: install Java 25, or set JAVA_HOME to its folder.
exit /b 1

:start
set "RQ_AOT="
if exist "%RQ_HOME%\lib\roquyen.aot" set RQ_AOT="-XX:AOTCache=%RQ_HOME%\lib\roquyen.aot"
set RQ_OPTIONS=-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dprism.order=sw -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true
if not "%~1"=="" goto :command
start "" "%RQ_JAVA%\bin\javaw.exe" %RQ_AOT% %RQ_OPTIONS% "-Droquyen.home=%RQ_HOME%" -jar "%RQ_HOME%\lib\roquyen.jar"
exit /b 0
:command
"%RQ_JAVA%\bin\java.exe" %RQ_AOT% %RQ_OPTIONS% "-Droquyen.home=%RQ_HOME%" -jar "%RQ_HOME%\lib\roquyen.jar" %*
exit /b %ERRORLEVEL%

rem Takes the folder when it holds a Java of at least version 25, as its release file says.
:try
if defined RQ_JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul 2>nul
if not errorlevel 1 for %%J in ("%~1") do set "RQ_JAVA=%%~fJ"
exit /b 0

:below
if not exist "%~1\" exit /b 0
for /d %%D in ("%~1\*") do call :try "%%D"
exit /b 0

:registry
for /f "tokens=1,2,*" %%A in ('reg query %1 /s 2^>nul') do (
  if /i "%%A"=="JavaHome" call :try "%%C"
  if /i "%%A"=="Path" call :try "%%C"
)
exit /b 0
