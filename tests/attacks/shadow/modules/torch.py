open("/tmp/@TROPHY@-torch", "w").close()
