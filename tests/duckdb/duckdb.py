# SPDX-License-Identifier: BSL-1.0
"""DuckDB's C library, as much of it as hands tables over by the Arrow C data interface."""

import ctypes
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_uint64, c_void_p

from bontot import _ffi

SUCCESS = 0


class Result(ctypes.Structure):
    """duckdb_result."""

    _fields_ = [
        ("deprecated_column_count", c_uint64),
        ("deprecated_row_count", c_uint64),
        ("deprecated_rows_changed", c_uint64),
        ("deprecated_columns", c_void_p),
        ("deprecated_error_message", c_char_p),
        ("internal_data", c_void_p),
    ]


HandleOut = POINTER(c_void_p)
SIGNATURES = {
    "duckdb_open": (c_int, (c_char_p, HandleOut)),
    "duckdb_close": (None, (HandleOut,)),
    "duckdb_connect": (c_int, (c_void_p, HandleOut)),
    "duckdb_disconnect": (None, (HandleOut,)),
    "duckdb_library_version": (c_char_p, ()),
    "duckdb_query": (c_int, (c_void_p, c_char_p, POINTER(Result))),
    "duckdb_destroy_result": (None, (POINTER(Result),)),
    "duckdb_result_error": (c_char_p, (POINTER(Result),)),
    "duckdb_column_count": (c_uint64, (POINTER(Result),)),
    "duckdb_column_name": (c_char_p, (POINTER(Result), c_uint64)),
    "duckdb_column_logical_type": (c_void_p, (POINTER(Result), c_uint64)),
    "duckdb_destroy_logical_type": (None, (HandleOut,)),
    "duckdb_fetch_chunk": (c_void_p, (Result,)),
    "duckdb_destroy_data_chunk": (None, (HandleOut,)),
    "duckdb_connection_get_arrow_options": (None, (c_void_p, HandleOut)),
    "duckdb_destroy_arrow_options": (None, (HandleOut,)),
    "duckdb_to_arrow_schema": (c_void_p, (c_void_p, HandleOut, POINTER(c_char_p), c_uint64, _ffi.SchemaPointer)),
    "duckdb_data_chunk_to_arrow": (c_void_p, (c_void_p, c_void_p, _ffi.ArrayPointer)),
    "duckdb_schema_from_arrow": (c_void_p, (c_void_p, _ffi.SchemaPointer, HandleOut)),
    "duckdb_data_chunk_from_arrow": (c_void_p, (c_void_p, _ffi.ArrayPointer, c_void_p, HandleOut)),
    "duckdb_destroy_arrow_converted_schema": (None, (HandleOut,)),
    "duckdb_appender_create": (c_int, (c_void_p, c_char_p, c_char_p, HandleOut)),
    "duckdb_append_data_chunk": (c_int, (c_void_p, c_void_p)),
    "duckdb_appender_error": (c_char_p, (c_void_p,)),
    "duckdb_appender_destroy": (c_int, (HandleOut,)),
    "duckdb_error_data_message": (c_char_p, (c_void_p,)),
    "duckdb_error_data_has_error": (ctypes.c_bool, (c_void_p,)),
    "duckdb_destroy_error_data": (None, (HandleOut,)),
}


class DuckError(Exception):
    """What DuckDB reports."""


class Database:
    """A database in memory, with one connection and one thread."""

    def __init__(self, path):
        self._library = ctypes.CDLL(str(path))
        for name, (result, arguments) in SIGNATURES.items():
            function = getattr(self._library, name)
            function.restype, function.argtypes = result, arguments
        self._database, self._connection = c_void_p(), c_void_p()
        self._expect(self._library.duckdb_open(None, byref(self._database)), "open")
        self._expect(self._library.duckdb_connect(self._database, byref(self._connection)), "connect")
        self.run("SET threads = 1")

    def close(self):
        self._library.duckdb_disconnect(byref(self._connection))
        self._library.duckdb_close(byref(self._database))

    @property
    def version(self):
        return self._library.duckdb_library_version().decode()

    def run(self, sql):
        with self._result_of(sql):
            pass

    def batches(self, sql):
        """Yields the chunks of a query as (schema, array) of Arrow, which live until the next one."""
        library = self._library
        options = c_void_p()
        library.duckdb_connection_get_arrow_options(self._connection, byref(options))
        with self._result_of(sql) as result:
            schema = self._schema_of(result, options)
            while True:
                chunk = c_void_p(library.duckdb_fetch_chunk(result))
                if not chunk:
                    break
                array = _ffi.ArrowArray()
                self._accept(library.duckdb_data_chunk_to_arrow(options, chunk, byref(array)))
                library.duckdb_destroy_data_chunk(byref(chunk))
                yield schema, array
                release(array)
            release(schema)
        library.duckdb_destroy_arrow_options(byref(options))

    @contextmanager
    def appender(self, table):
        """Lends a function that appends a batch (schema, array) of Arrow to a table, and releases it."""
        library = self._library
        made = c_void_p()
        self._expect(library.duckdb_appender_create(self._connection, None, table.encode(), byref(made)), table)

        def append(schema, array):
            converted, chunk = c_void_p(), c_void_p()
            self._accept(library.duckdb_schema_from_arrow(self._connection, byref(schema), byref(converted)))
            self._accept(
                library.duckdb_data_chunk_from_arrow(self._connection, byref(array), converted, byref(chunk))
            )
            if library.duckdb_append_data_chunk(made, chunk) != SUCCESS:
                raise DuckError(library.duckdb_appender_error(made).decode())
            library.duckdb_destroy_data_chunk(byref(chunk))
            library.duckdb_destroy_arrow_converted_schema(byref(converted))
            release(array)
            release(schema)

        yield append
        if library.duckdb_appender_destroy(byref(made)) != SUCCESS:
            raise DuckError(f"appending to {table} failed")

    @contextmanager
    def _result_of(self, sql):
        result = Result()
        try:
            if self._library.duckdb_query(self._connection, sql.encode(), byref(result)) != SUCCESS:
                raise DuckError(self._library.duckdb_result_error(byref(result)).decode())
            yield result
        finally:
            self._library.duckdb_destroy_result(byref(result))

    def _schema_of(self, result, options):
        library = self._library
        count = library.duckdb_column_count(byref(result))
        types = (c_void_p * count)(*(library.duckdb_column_logical_type(byref(result), i) for i in range(count)))
        names = (c_char_p * count)(*(library.duckdb_column_name(byref(result), i) for i in range(count)))
        schema = _ffi.ArrowSchema()
        self._accept(library.duckdb_to_arrow_schema(options, types, names, count, byref(schema)))
        for type in types:
            library.duckdb_destroy_logical_type(byref(c_void_p(type)))
        return schema

    def _accept(self, error):
        if not error:
            return
        data = c_void_p(error)
        has_error = self._library.duckdb_error_data_has_error(data)
        text = self._library.duckdb_error_data_message(data).decode() if has_error else ""
        self._library.duckdb_destroy_error_data(byref(data))
        if has_error:
            raise DuckError(text)

    @staticmethod
    def _expect(state, what):
        if state != SUCCESS:
            raise DuckError(f"{what} failed")


def release(struct):
    """Releases an Arrow struct that was not taken over."""
    if struct.release:
        struct.release(byref(struct))
