// Package member knows who may submit.
package member
