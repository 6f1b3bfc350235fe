using FastMd.Engine.JavaScript.Evaluation;

namespace FastMd.Engine.Components;

/// <summary>Makes rows of a table of a value.</summary>
internal static class DataRows
{
    /// <summary>The rows of an array of arrays, an array of objects, or an object of objects, the head first; none of anything else.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(object? value) => [.. RowsOf(value).Select(static row => (IReadOnlyList<string>)[.. row.Select(TextOf)])];

    private static IEnumerable<IEnumerable<object?>> RowsOf(object? value) => value switch
    {
        IReadOnlyList<object?> { Count: > 0 } list when list.All(static row => row is IReadOnlyList<object?>) => list.Cast<IReadOnlyList<object?>>(),
        IReadOnlyList<object?> { Count: > 0 } list when list.All(static row => row is IReadOnlyDictionary<string, object?>)
            => WithHead([.. list.Cast<IReadOnlyDictionary<string, object?>>()], names: null),
        IReadOnlyDictionary<string, object?> { Count: > 0 } map when map.Values.All(static row => row is IReadOnlyDictionary<string, object?>)
            => WithHead([.. map.Values.Cast<IReadOnlyDictionary<string, object?>>()], [.. map.Keys]),
        _ => [],
    };

    private static IEnumerable<IEnumerable<object?>> WithHead(List<IReadOnlyDictionary<string, object?>> objects, List<string>? names)
    {
        var keys = objects.SelectMany(static row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        yield return names is null ? keys : keys.Prepend("name");
        for (var i = 0; i < objects.Count; i++)
        {
            var cells = keys.Select(key => objects[i].GetValueOrDefault(key));
            yield return names is null ? cells : cells.Prepend(names[i]);
        }
    }

    private static string TextOf(object? value) => value is bool flag ? flag ? "yes" : "no" : StaticEvaluator.TextOf(value) ?? "";
}
