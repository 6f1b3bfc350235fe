using System.Reflection;
using System.Runtime.CompilerServices;

namespace FastMd.Build.DocsGenerator;

/// <summary>Everything an assembly lets others see, a line a member: what a change breaks shows as a change of this text.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => string.Join(
        "\n",
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Type)) + "\n";

    private static string Type(Type type)
        => string.Concat(Members(type).Order(StringComparer.Ordinal).Select(member => $"    {member}\n").Prepend(Head(type) + "\n"));

    private static string Head(Type type)
    {
        var bases = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object)
            ? []
            : new[] { type.BaseType };
        var parents = bases.Concat(type.GetInterfaces().Where(parent => parent.IsVisible)).Select(ApiName.Of).Order(StringComparer.Ordinal).ToList();
        return $"{Kind(type)} {type.Namespace}.{ApiName.Of(type)}{(parents.Count > 0 ? $" : {string.Join(", ", parents)}" : "")}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Members(Type type)
        => type.GetMembers(Declared).Where(IsWritten).Select(Member).OfType<string>();

    // What the compiler adds to a record follows from what stands in the source.
    private static bool IsWritten(MemberInfo member)
        => member is not System.Type && !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.Contains('<', StringComparison.Ordinal);

    private static string? Member(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } field when IsVisible(field) => Field(field),
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) => $".ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) => Method(method),
        MethodInfo method when IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => Method(method),
        PropertyInfo property => Property(property),
        EventInfo { AddMethod: { } add } @event when IsVisible(add) => $"{Static(add)}event {ApiName.Of(@event)} {@event.Name}",
        _ => null,
    };

    private static string Field(FieldInfo field) => field.IsLiteral
        ? field.DeclaringType!.IsEnum
            ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}"
            : $"const {ApiName.Of(field)} {field.Name} = {ApiName.Value(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{ApiName.Of(field)} {field.Name}";

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(ApiName.Of))}>" : "";
        return $"{Static(method)}{ApiName.Of(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string? Property(PropertyInfo property)
    {
        var getter = property.GetMethod is { } get && IsVisible(get) ? " get;" : "";
        var setter = property.SetMethod is { } set && IsVisible(set) ? IsInit(set) ? " init;" : " set;" : "";
        if (getter.Length + setter.Length == 0)
        {
            return null;
        }

        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Static(property.GetAccessors(nonPublic: true)[0])}{required}{ApiName.Of(property)} {property.Name} {{{getter}{setter} }}";
    }

    private static bool IsInit(MethodInfo setter)
        => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
        => $"{ApiName.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {ApiName.Value(parameter.DefaultValue)}" : "")}";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static bool IsVisible(MethodBase method) => method.IsPublic || (method.IsFamily && !method.DeclaringType!.IsSealed) || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) => field.IsPublic || (field.IsFamily && !field.DeclaringType!.IsSealed) || field.IsFamilyOrAssembly;
}
