using System.Data.Common;
using LegalService.Casework.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LegalService.Load;

/// <summary>Writes rows of any table of casework as fast as the database takes them, past the change tracker.</summary>
internal static class BulkInsert
{
    public static async Task WriteAsync<T>(CaseworkContext context, IEnumerable<T> rows)
        where T : class
    {
        var type = context.Model.FindEntityType(typeof(T))!;
        var table = $"\"{type.GetTableName()}\"";
        IProperty[] properties = [.. type.GetProperties()];
        var columns = string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres)
            await CopyAsync(postgres, $"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)", properties, rows);
        else
            await InsertAsync(connection, $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", properties.Select((_, index) => $"@p{index}"))})", properties, rows);
        await context.Database.CloseConnectionAsync();
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string command, IProperty[] properties, IEnumerable<T> rows)
        where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync(command);
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var property in properties)
            {
                if (ValueOf(property, row) is { } value)
                    await writer.WriteAsync(value, property.GetRelationalTypeMapping().StoreType);
                else
                    await writer.WriteNullAsync();
            }
        }

        await writer.CompleteAsync();
    }

    private static async Task InsertAsync<T>(DbConnection connection, string text, IProperty[] properties, IEnumerable<T> rows)
        where T : class
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        foreach (var (property, index) in properties.Select((property, index) => (property, index)))
            command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, $"@p{index}", null, nullable: true));
        await command.PrepareAsync();
        foreach (var row in rows)
        {
            for (var index = 0; index < properties.Length; index++)
                command.Parameters[index].Value = ValueOf(properties[index], row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static object? ValueOf(IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
        return property.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
