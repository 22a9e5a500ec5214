using System.Runtime.Loader;

/// <summary>
/// Brings <see cref="NetworkHealth.BrowserTests.OpenPages.Probe"/> into the measured server, which has nothing of the kind itself: the runtime
/// loads this assembly there (<c>DOTNET_STARTUP_HOOKS</c>, which wants a type of this name outside all namespaces).
/// </summary>
internal static class StartupHook
{
    // Blazor goes through all types of this assembly for what pages may call, so it must find the test libraries, which the server lacks.
    public static void Initialize() => AssemblyLoadContext.Default.Resolving += (context, name) =>
    {
        string file = Path.Combine(Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!, $"{name.Name}.dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    };
}
