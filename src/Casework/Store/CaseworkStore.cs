using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalService.Casework.Store;

/// <summary>
/// Opens the store for one reading or one writing. Thread safe. What <see cref="WriteAsync{T}"/> returned is on disk and survives a killed process; what it
/// did not return has left no trace.
/// </summary>
internal sealed class CaseworkStore(Func<CaseworkContext> open, StoreProvider provider) : IDisposable
{
    private const int Tries = 8;

    // SQLite has one writer at a time and its busy handler sleeps between tries: writers of this process queue here instead. What is true is still decided
    // by the database.
    private readonly SemaphoreSlim _writer = new(provider == StoreProvider.Sqlite ? 1 : 32);

    /// <summary>Reads without tracking.</summary>
    public async Task<T> ReadAsync<T>(Func<CaseworkContext, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        await using var context = open();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(context, cancellation);
    }

    /// <summary>
    /// Runs <paramref name="write"/> in one transaction, saves and commits. It may run again when the database asks for another try (a serialisation failure,
    /// a busy file), so it must change nothing but the context. A breach of a unique index is thrown as <see cref="UniqueViolationException"/>; a failed
    /// <see cref="Result{T}"/> rolls back.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<CaseworkContext, CancellationToken, Task<T>> write, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await WriteOnceAsync(write, cancellation);
                }
                catch (Exception exception) when (attempt < Tries && AsksForAnotherTry(exception))
                {
                    await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancellation);
                }
                catch (Exception exception) when (UniqueIndexOf(exception) is { } index)
                {
                    throw new UniqueViolationException(index, exception);
                }
            }
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private async Task<T> WriteOnceAsync<T>(Func<CaseworkContext, CancellationToken, Task<T>> write, CancellationToken cancellation)
    {
        await using var context = open();
        // In SQLite this begins IMMEDIATE: a writer never finds at its commit that another one was first.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var written = await write(context, cancellation);
        if (written is IResult { Succeeded: false })
            return written;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return written;
    }

    private static bool AsksForAnotherTry(Exception exception) => Innermost(exception) switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        _ => false,
    };

    /// <summary>The name of the index (PostgreSQL) or "table.column, ..." (SQLite); null when the failure is another one.</summary>
    private static string? UniqueIndexOf(Exception exception) => Innermost(exception) switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } failure => failure.Message,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } failure => failure.ConstraintName ?? "",
        _ => null,
    };

    // Saving wraps what the database said in a DbUpdateException; the PostgreSQL provider wraps what it holds to be transient, in any command, once more.
    private static Exception Innermost(Exception exception) =>
        exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner ? Innermost(inner) : exception;
}

/// <summary>The database refused a second row where there may be only one.</summary>
internal sealed class UniqueViolationException(string index, Exception inner) : Exception($"Unique: {index}", inner);
