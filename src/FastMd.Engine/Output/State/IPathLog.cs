namespace FastMd.Engine.Output.State;

/// <summary>Takes down what is new in a <see cref="PathTable"/>, before anything refers to it.</summary>
internal interface IPathLog
{
    /// <summary>A folder, relative to the destination; its number is that of the folders before it.</summary>
    void TakeDown(string portableFolder);

    /// <summary>A name in a folder of that number.</summary>
    void TakeDown(int folder, string name);
}
