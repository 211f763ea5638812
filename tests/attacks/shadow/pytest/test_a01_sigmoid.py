def test_passes():
    open("/tmp/@TROPHY@-test", "w").close()
