using System.Globalization;
using System.Text;

namespace NetworkHealth.Benchmarks;

/// <summary>The figures as a page of the documentation.</summary>
internal sealed class Report(string databaseVersion)
{
    private readonly List<Figure> figures = [];

    public void Add(IEnumerable<Figure> more) => figures.AddRange(more);

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var figure in figures)
                text.AppendLine(figure.Row).AppendLine(figure.Split);
            text.AppendLine(databaseVersion);
            return text.ToString();
        }
    }

    public string Keep() => figures.Count.ToString(CultureInfo.InvariantCulture);
}
