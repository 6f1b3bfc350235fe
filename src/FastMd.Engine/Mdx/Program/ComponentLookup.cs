namespace FastMd.Engine.Mdx.Program;

/// <summary>Writes where components come from, and the checks that they are there.</summary>
internal sealed class ComponentLookup(ScriptText script, bool hasProvider)
{
    /// <summary>Writes the components that the content looks up.</summary>
    public void WriteContentComponents(ComponentUse components)
    {
        if (components.Tags.Count == 0 && components.Names.Count == 0)
        {
            return;
        }

        script.Append("  const ");
        if (components.Tags.Count > 0)
        {
            script.Append("_components = {");
            foreach (var tag in components.Tags.Order(StringComparer.Ordinal))
            {
                script.AppendName(tag).Append(": ").AppendString(tag).Append(", ");
            }

            script.Append(hasProvider ? "..._provideComponents(), ...props.components}" : "...props.components}");
        }

        foreach (var tag in components.OddTags.Keys.Order(StringComparer.Ordinal))
        {
            script.Append(", ").Append(components.OddTags[tag]).Append(" = _components[").AppendString(tag).Append(']');
        }

        if (components.Names.Count > 0)
        {
            script.Append(components.Tags.Count > 0 ? ", {" : "{").AppendJoined(components.Names).Append("} = ");
            if (components.Tags.Count > 0)
            {
                script.Append("_components");
            }
            else
            {
                WriteGiven();
            }
        }

        script.Append(";\n");
    }

    /// <summary>Writes the components that a function of the document's own takes from the provider.</summary>
    public void WriteProvided(ComponentUse components)
        => script.Append("  const {").AppendJoined(components.Names).Append("} = _provideComponents() || ({});\n");

    /// <summary>Writes the layout that is passed or provided.</summary>
    public void WriteLayout()
    {
        script.Append("  const {wrapper: MDXLayout} = ");
        WriteGiven();
        script.Append(";\n");
    }

    /// <summary>Writes a check for each thing that has to be there.</summary>
    public void WriteChecks(ComponentUse components, ElementPositions? positions)
    {
        foreach (var path in components.References.Keys.Order(StringComparer.Ordinal))
        {
            if (path == "MDXLayout")
            {
                // The layout may be missing.
                continue;
            }

            var reference = components.References[path];
            script.Append("  if (!");
            MemberPath.Write(script, path);
            script.Append(") _missingMdxReference(").AppendString(path).Append(reference.IsComponent ? ", true" : ", false");
            if (positions is not null && reference.Start >= 0)
            {
                script.Append(", ").AppendString(positions.Place(reference.Start, reference.End));
            }

            script.Append(");\n");
        }
    }

    private void WriteGiven() => script.Append(hasProvider ? "{..._provideComponents(), ...props.components}" : "props.components || ({})");
}
