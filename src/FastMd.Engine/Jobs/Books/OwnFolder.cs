namespace FastMd.Engine.Jobs.Books;

/// <summary>Folders in the state folder of a destination that hold nothing of worth once a job is over.</summary>
internal static class OwnFolder
{
    /// <summary>Deletes a folder, if it is there and can be: what stays is of no use, and does no harm.</summary>
    /// <param name="path">Absolute path of the folder.</param>
    public static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nobody refers to it.
        }
    }
}
