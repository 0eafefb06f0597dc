package corpus

import (
	"errors"
	"fmt"
)

// Code classifies an error for machines; commands map it to an exit status and
// pages to an HTTP status.
type Code string

// Codes that an [Error] may carry.
const (
	CodeUsage    Code = "usage"     // the caller asked for something that cannot be asked
	CodeNotFound Code = "not_found" // the thing named does not exist
	CodeInvalid  Code = "invalid"   // data breaks a rule of this package
	CodeBusy     Code = "busy"      // another process owns the workspace
	CodeReadOnly Code = "read_only" // the workspace cannot be written
	CodeInternal Code = "internal"  // anything unforeseen
)

// Error is a code for machines with a message for people. The message says
// what happened, where, and what to do about it.
type Error struct {
	Code    Code
	Message string
	Err     error // cause, may be nil
}

func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an [Error]; a %w verb in the format keeps its operand as cause.
func Errorf(code Code, format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &Error{Code: code, Message: err.Error(), Err: errors.Unwrap(err)}
}

// ErrorCode gives the code of the first [Error] in err's chain, or
// [CodeInternal]. It is empty for a nil error.
func ErrorCode(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}
