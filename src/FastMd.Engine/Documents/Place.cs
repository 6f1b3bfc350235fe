namespace FastMd.Engine.Documents;

/// <summary>An absolute path as a folder and a name in it: many share their folder, and few are wanted as a whole.</summary>
/// <param name="Folder">Absolute path of the folder; the whole path where the name is empty.</param>
/// <param name="Name">The name; a separator at its end means that only a folder will do.</param>
internal readonly record struct Place(string Folder, string Name = "")
{
    /// <summary>The path as a whole.</summary>
    public string Path => Name.Length == 0 ? Folder : System.IO.Path.Join(Folder, Name);
}
