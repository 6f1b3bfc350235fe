using System.Globalization;
using System.Reflection;

namespace FastMd.Build.DocsGenerator;

/// <summary>Types as C# writes them, with what may be null.</summary>
internal static class ApiName
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(FieldInfo field) => Of(Nullability.Create(field));

    public static string Of(PropertyInfo property) => Of(Nullability.Create(property));

    public static string Of(EventInfo @event) => Of(Nullability.Create(@event));

    public static string Of(ParameterInfo parameter)
    {
        var type = Of(Nullability.Create(parameter));
        return parameter switch
        {
            { ParameterType.IsByRef: false } => type,
            { IsOut: true } => $"out {type}",
            { IsIn: true } => $"in {type}",
            _ => $"ref {type}",
        };
    }

    public static string Of(Type type)
    {
        if (type.IsByRef || type.IsPointer)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[]";
        }

        return Nested(type) + (type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : "");
    }

    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        var name = (Nullable.GetUnderlyingType(type), info) switch
        {
            ({ } underlying, _) => Of(underlying),
            (_, { ElementType: { } element }) => $"{Of(element)}[]",
            (_, { GenericTypeArguments: { Length: > 0 } arguments }) when type.IsGenericType => $"{Nested(type)}<{string.Join(", ", arguments.Select(Of))}>",
            _ => Of(type),
        };
        var mayBeNull = Nullable.GetUnderlyingType(type) is not null
            || (!type.IsValueType && NullabilityState.Nullable is var nullable && (info.ReadState == nullable || info.WriteState == nullable));
        return mayBeNull ? $"{name}?" : name;
    }

    private static string Nested(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Nested(type.DeclaringType!)}.{name}" : name;
    }
}
