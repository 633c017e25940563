@echo off
rem Starts Unfold from its source folder: builds what is missing or stale, then runs plain java on the class path.
rem   JAVA_HOME         the JDK to use; without it the javac on the PATH
rem   UNFOLD_JAVA_OPTS  further options for java, e.g. -Xmx8g
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "TARGET=%ROOT%\app\target"
set "STAMP=%TARGET%\unfold.stamp"
set "ARGS=%TARGET%\unfold.args"
set "LOG=%TARGET%\unfold-build.log"
rem Libraries for graphics cards that the window fetched; see app.devices.GpuLibraries.
set "ADDED=%LOCALAPPDATA%\unfold\gpu\lib"
if defined UNFOLD_HOME set "ADDED=%UNFOLD_HOME%\gpu\lib"

call :find_java || exit /b 1
call :ensure_built || exit /b 1

set "NEWER="
if %MAJOR% GEQ 22 set "NEWER=--enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 24 set "NEWER=%NEWER% --sun-misc-unsafe-memory-access=allow"
rem Threads that wait for each other must sleep, not spin, or a busy computer trains many times slower.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JDK%\bin\java.exe" -XX:+UseSerialGC -Xmx2g -Djava.awt.headless=true %NEWER% %UNFOLD_JAVA_OPTS% "@%ARGS%" org.unfoldlab.app.Main %*
exit /b %ERRORLEVEL%

:find_java
set "JDK="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javac.exe" set "JDK=%JAVA_HOME%"
if not defined JDK for %%J in (javac.exe) do if not "%%~$PATH:J"=="" for %%H in ("%%~dp$PATH:J..") do set "JDK=%%~fH"
set "MAJOR=0"
if defined JDK for /f "tokens=2 delims= " %%V in ('""%JDK%\bin\javac.exe" -version" 2^>^&1') do for /f "tokens=1 delims=.-+" %%M in ("%%V") do set "MAJOR=%%M"
if %MAJOR% GEQ 17 exit /b 0
echo unfold: a Java Development Kit (JDK) 17 or newer is needed and none was found; install one, e.g. from https://adoptium.net, or set JAVA_HOME. 1>&2
exit /b 1

rem Asks PowerShell, since cmd cannot compare times: stale when a source or pom is newer than the stamp, or a jar is gone.
:ensure_built
call :is_stale || exit /b 0
if not exist "%TARGET%" mkdir "%TARGET%"
if not exist "%TARGET%" (
    echo unfold: cannot write to %TARGET%; Unfold is built inside its own folder, so that folder must be writable. 1>&2
    exit /b 1
)
if exist "%STAMP%" (
    echo Building Unfold, since its sources changed ... 1>&2
) else (
    echo Building Unfold, first time: takes a minute or two, longer while libraries are fetched, 1 GB ... 1>&2
)
type nul > "%STAMP%.new"
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call "%ROOT%\mvnw.cmd" -B -Dunfold.quick -DskipTests -pl app -am process-classes > "%LOG%" 2>&1 < nul
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
    echo unfold: the build failed: 1>&2
    findstr /c:"[ERROR]" "%LOG%" 1>&2
    echo unfold: the whole log is in %LOG% 1>&2
    exit /b 1
)
rem The class path is longer than a command line may be: java reads it from a file, in which \ must be written \\.
powershell -NoProfile -Command "$cp = $env:TARGET + '\classes;' + (Get-Content -Raw -LiteralPath ($env:TARGET + '\classpath.txt')).Trim(); if (Test-Path -LiteralPath $env:ADDED) { $cp += ';' + $env:ADDED + '\*' }; $text = '-cp \"' + $cp.Replace('\', '\\') + '\"'; [IO.File]::WriteAllText($env:ARGS, $text, [Text.Encoding]::Default)" || exit /b 1
move /y "%STAMP%.new" "%STAMP%" > nul
exit /b 0

:is_stale
if not exist "%STAMP%" exit /b 0
if not exist "%ARGS%" exit /b 0
if not exist "%TARGET%\classes\org\unfoldlab\app\Main.class" exit /b 0
powershell -NoProfile -Command "$stamp = Get-Item -LiteralPath $env:STAMP; $old = [IO.File]::ReadAllText($env:ARGS, [Text.Encoding]::Default); if (-not $old.Contains(($env:TARGET + '\classes;').Replace('\', '\\'))) { exit 0 }; if ((Test-Path -LiteralPath $env:ADDED) -ne $old.Contains(($env:ADDED + '\*').Replace('\', '\\'))) { exit 0 }; $poms = Get-ChildItem -Path $env:ROOT, ($env:ROOT + '\*') -Filter pom.xml; $sources = Get-ChildItem -Path ($env:ROOT + '\*\src\main') -Recurse; foreach ($file in @($poms) + @($sources)) { if ($file.LastWriteTimeUtc -gt $stamp.LastWriteTimeUtc) { exit 0 } }; foreach ($entry in (Get-Content -Raw -LiteralPath ($env:TARGET + '\classpath.txt')).Trim().Split(';')) { if (-not (Test-Path -LiteralPath $entry)) { exit 0 } }; exit 1"
exit /b %ERRORLEVEL%
