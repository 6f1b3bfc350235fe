namespace FastMd.Engine.Batching;

/// <summary>Least squares of <c>cost = factor × size^exponent</c> on logarithmic scales, from weighted observations.</summary>
internal readonly record struct PowerLawFit(double Weight, double SumX, double SumY, double SumXX, double SumXY)
{
    /// <summary>Both sets of observations together.</summary>
    public static PowerLawFit operator +(PowerLawFit left, PowerLawFit right) => new(
        left.Weight + right.Weight, left.SumX + right.SumX, left.SumY + right.SumY, left.SumXX + right.SumXX, left.SumXY + right.SumXY);

    /// <summary>The same observations with so much less, or more, weight.</summary>
    public static PowerLawFit operator *(PowerLawFit fit, double factor)
        => new(fit.Weight * factor, fit.SumX * factor, fit.SumY * factor, fit.SumXX * factor, fit.SumXY * factor);

    /// <summary>One observation more.</summary>
    public PowerLawFit With(double size, double cost, double weight)
    {
        var (x, y) = (Math.Log(size), Math.Log(cost));
        return this + (new PowerLawFit(1, x, y, x * x, x * y) * weight);
    }

    /// <summary>The law that fits best with an exponent within bounds; there must be observations of two sizes at least.</summary>
    public (double Factor, double Exponent) Solve(double leastExponent, double mostExponent)
    {
        var exponent = Math.Clamp(
            ((Weight * SumXY) - (SumX * SumY)) / ((Weight * SumXX) - (SumX * SumX)), leastExponent, mostExponent);
        return (Math.Exp((SumY - (exponent * SumX)) / Weight), exponent);
    }
}
