@main struct CNNC { static func main() {} }
