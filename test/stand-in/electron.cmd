@echo off
rem Stands for the electron executable on Windows. The inspector is on always: cmd cannot pick it from the words.
"%~dp0..\..\node_modules\.bin\node.cmd" --inspect=0 --import "file:///%~dp0register.ts" "%~dp0boot.ts" %*
